"""Networks that find names, behind one interface."""
