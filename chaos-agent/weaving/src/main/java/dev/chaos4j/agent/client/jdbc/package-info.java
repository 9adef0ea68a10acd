/** JDBC drivers: what they are told when a connection is opened. */
@NullMarked
package dev.chaos4j.agent.client.jdbc;

import org.jspecify.annotations.NullMarked;
