import YAMLLite
