@NullMarked
package dev.chaos4j.agent.client.jdbc;

import org.jspecify.annotations.NullMarked;
