"""The network as PyTorch trains it, and the file that runs without PyTorch."""
