/** What happened: the ordered, bounded record of calls, attempts, injections and pattern events. */
@NullMarked
package dev.chaos4j.journal;

import org.jspecify.annotations.NullMarked;
