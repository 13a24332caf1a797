"""What a page is made of: words, marks, fields and leaves. Knows no context."""
