// Psychometrics
