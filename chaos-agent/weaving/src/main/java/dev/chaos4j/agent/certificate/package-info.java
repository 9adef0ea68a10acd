/**
 * Certificates made at run time, for endpoints of ours that a client meets over TLS. The JDK can read certificates but has
 * no public API to make them; the few structures of X.509 that are needed are written here, in DER.
 *
 * <p>All dates are fixed, so that nothing depends on a clock: what has expired expired in 2021, what is not valid yet will
 * be in 2090, and what is valid is from 2020 to 2089.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5280">RFC 5280</a>
 */
@NullMarked
package dev.chaos4j.agent.certificate;

import org.jspecify.annotations.NullMarked;
