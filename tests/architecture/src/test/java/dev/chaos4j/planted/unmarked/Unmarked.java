package dev.chaos4j.planted.unmarked;

/** Its package has no package-info. */
interface Unmarked {}
