"""The command line: one command a module, each a thin layer over a plain function; `app` joins them."""
