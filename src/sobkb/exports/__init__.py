"""Writing a knowledge base out, whole or in part, in the formats of others."""
