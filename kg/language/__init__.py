"""What is known of the Chinese language: script, surnames, titles, divisions; one table each."""
