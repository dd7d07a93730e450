/**
 * NTLM version 2 sign-in as <a
 * href="https://learn.microsoft.com/openspecs/windows_protocols/ms-nlmp/b38c36ed-2804-4868-a9ff-8dd3182128e4">MS-NLMP</a>
 * describes it. LM and NTLM version 1 are not supported.
 */
@NullMarked
package dev.garrison.connection.ntlm;

import org.jspecify.annotations.NullMarked;
