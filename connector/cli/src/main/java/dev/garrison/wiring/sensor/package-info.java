/**
 * Combines a manifest's intents for update servers with those for its site.
 *
 * <p>It also reads the approvals of earlier runs from their journals.
 */
@NullMarked
package dev.garrison.wiring.sensor;

import org.jspecify.annotations.NullMarked;
