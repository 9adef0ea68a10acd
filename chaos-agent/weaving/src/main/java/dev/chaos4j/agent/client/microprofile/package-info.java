/**
 * Settings of MicroProfile Config as SmallRye implements it, Quarkus included: {@code getValue}, optional values, injected
 * ones and mappings all end at {@code SmallRyeConfig#getConfigValue}, before they are converted.
 */
@NullMarked
package dev.chaos4j.agent.client.microprofile;

import org.jspecify.annotations.NullMarked;
