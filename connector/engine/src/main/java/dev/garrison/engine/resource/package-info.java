/**
 * Kinds of managed objects as the engine knows them: addresses, states, observations, owners. The
 * engine knows nothing of Configuration Manager, WSUS or SMB.
 */
@NullMarked
package dev.garrison.engine.resource;

import org.jspecify.annotations.NullMarked;
