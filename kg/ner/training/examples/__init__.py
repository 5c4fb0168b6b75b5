"""What the network learns from: sentences with their names, of corpora, articles and a grammar."""
