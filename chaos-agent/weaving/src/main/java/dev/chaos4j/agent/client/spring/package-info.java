/**
 * Settings of Spring. Its {@code Environment}, {@code @Value} and the binder of Spring Boot all end at {@code
 * PropertySource#getProperty}, one source after the other, so that a value is changed there, before Spring converts it.
 */
@NullMarked
package dev.chaos4j.agent.client.spring;

import org.jspecify.annotations.NullMarked;
