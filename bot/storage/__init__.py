"""Storage: the data folder of this user and the list of exercises; conversations are in Rasa's own store."""
