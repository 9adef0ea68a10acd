package dev.chaos4j.planted.modulea.internal;

/** Nobody else's business. */
public interface Inside {}
