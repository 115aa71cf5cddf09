"""Training and judging of the language model; torch and the encoder are needed for ``train.train`` only."""
