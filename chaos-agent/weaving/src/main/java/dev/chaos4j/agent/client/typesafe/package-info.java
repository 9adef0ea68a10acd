/**
 * Settings of Typesafe Config, since Lightbend Config. All its getters end at the object that holds the value, before it
 * is converted; {@code hasPath} is a read, too, so that a setting which seems left out is left out for both.
 *
 * <p>The library copies system properties and the environment when it loads, so that later changes there do not show here.
 */
@NullMarked
package dev.chaos4j.agent.client.typesafe;

import org.jspecify.annotations.NullMarked;
