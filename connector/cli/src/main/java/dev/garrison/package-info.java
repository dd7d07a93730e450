/**
 * Garrison: Microsoft Defender for Endpoint on Windows servers, through Configuration Manager and
 * WSUS.
 */
@NullMarked
package dev.garrison;

import org.jspecify.annotations.NullMarked;
