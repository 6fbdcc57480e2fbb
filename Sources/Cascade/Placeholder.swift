// Cascade
