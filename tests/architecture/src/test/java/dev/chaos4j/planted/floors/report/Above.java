package dev.chaos4j.planted.floors.report;

/** The highest floor. */
public interface Above {}
