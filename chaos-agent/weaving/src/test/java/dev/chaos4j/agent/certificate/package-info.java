/** Certificates that are made are what they say, to the JDK and to another library. */
@NullMarked
package dev.chaos4j.agent.certificate;

import org.jspecify.annotations.NullMarked;
