"""What the user keeps and sorts: tags, read and unread for many articles at once."""
