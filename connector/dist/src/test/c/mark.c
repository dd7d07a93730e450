/* A program of somebody else: it leaves a mark in the current folder. */
#include <stdio.h>
#include <wchar.h>

int wmain(void) {
  FILE *mark = fopen("started.txt", "w");
  return mark == NULL ? 1 : fclose(mark);
}
