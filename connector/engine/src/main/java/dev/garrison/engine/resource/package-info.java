/**
 * What a kind of managed object is to the engine. The engine knows nothing of Configuration
 * Manager, WSUS or SMB.
 */
@NullMarked
package dev.garrison.engine.resource;

import org.jspecify.annotations.NullMarked;
