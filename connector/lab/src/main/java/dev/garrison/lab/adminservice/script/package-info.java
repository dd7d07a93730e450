/** Run Scripts: the scripts of a site, and what became of them on its clients. */
@NullMarked
package dev.garrison.lab.adminservice.script;

import org.jspecify.annotations.NullMarked;
