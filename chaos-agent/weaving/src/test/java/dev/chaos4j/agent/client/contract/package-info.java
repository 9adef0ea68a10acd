/** What every client adapter must do, held against what really happens. */
@NullMarked
package dev.chaos4j.agent.client.contract;

import org.jspecify.annotations.NullMarked;
