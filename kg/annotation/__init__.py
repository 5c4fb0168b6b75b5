"""One article through NER and linker, and why each fact was found or not."""
