"""What the desk says, and what `edition new`, `watch`, `png` and `desk` say."""
