/** A real file server for the lab: the system's smbd with its own port and folders. */
@NullMarked
package dev.garrison.lab.smb;

import org.jspecify.annotations.NullMarked;
