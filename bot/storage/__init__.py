"""Storage: the data folder of this user, the list of exercises, and Rasa's store made private and sure."""
