/** A real file server for the lab: the system's smbd on a private port and folder. */
@NullMarked
package dev.garrison.lab.smb;

import org.jspecify.annotations.NullMarked;
