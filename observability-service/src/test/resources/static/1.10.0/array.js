window.library='1.10.0';
