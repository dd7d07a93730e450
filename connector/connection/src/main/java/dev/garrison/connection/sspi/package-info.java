/**
 * Sign-in as the user who runs the program, by the security packages of Windows (<a
 * href="https://learn.microsoft.com/windows/win32/secauthn/sspi">SSPI</a>). Windows holds the
 * credentials; no password and no key comes into this process.
 */
@NullMarked
package dev.garrison.connection.sspi;

import org.jspecify.annotations.NullMarked;
