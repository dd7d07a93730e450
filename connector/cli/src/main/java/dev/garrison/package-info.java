/**
 * Entry point of Garrison, which onboards Windows servers to Microsoft Defender for Endpoint.
 *
 * <p>Garrison works through Configuration Manager and WSUS.
 */
@NullMarked
package dev.garrison;

import org.jspecify.annotations.NullMarked;
