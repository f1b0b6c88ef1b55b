"""Other sizes of a layout: opened where copy is short, roomier where it has to fit."""
