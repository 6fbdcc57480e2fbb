// Situation
