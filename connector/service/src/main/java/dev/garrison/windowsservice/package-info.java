/**
 * Garrison as a service of Windows. It is registered with the service control manager for an
 * account. Apache procrun (prunsrv.exe) is the program of the service; it starts Java inside
 * itself.
 *
 * @see <a href="https://commons.apache.org/proper/commons-daemon/procrun.html">Procrun</a>
 * @see <a href="https://learn.microsoft.com/windows/win32/services/service-control-manager">Service
 *     control manager</a>
 */
@NullMarked
package dev.garrison.windowsservice;

import org.jspecify.annotations.NullMarked;
