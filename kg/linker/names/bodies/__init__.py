"""Names of bodies that are clear by the other bodies of the article."""
