"""What a press would do with a PDF: its objects, what is drawn with which inks, its pictures."""
