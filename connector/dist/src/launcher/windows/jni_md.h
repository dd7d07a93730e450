/* What jni.h asks of a platform, here Windows x64: one calling convention, a long of four bytes. */
#ifndef GARRISON_JNI_MD_H
#define GARRISON_JNI_MD_H
#define JNIEXPORT
#define JNIIMPORT
#define JNICALL
typedef int jint;
typedef long long jlong;
typedef signed char jbyte;
#endif
