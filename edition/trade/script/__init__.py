"""Characters in two scripts: the script of a text, names, forms by their neighbours."""
