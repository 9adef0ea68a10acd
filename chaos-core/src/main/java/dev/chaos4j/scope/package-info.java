/** For whom, and how far at most: contexts, scopes and the blast radius. */
@NullMarked
package dev.chaos4j.scope;

import org.jspecify.annotations.NullMarked;
