/** Run Scripts: the scripts of a site, and their runs on its clients. */
@NullMarked
package dev.garrison.lab.adminservice.script;

import org.jspecify.annotations.NullMarked;
