/**
 * Access control lists of Windows: accounts by SID, entries, and the text form SDDL.
 *
 * @see <a
 *     href="https://learn.microsoft.com/openspecs/windows_protocols/ms-dtyp/f4296d69-1c0f-491f-9587-a960b292d070">MS-DTYP
 *     2.5.1, security descriptor definition language</a>
 */
@NullMarked
package dev.garrison.files.acl;

import org.jspecify.annotations.NullMarked;
