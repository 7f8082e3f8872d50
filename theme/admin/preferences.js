// The form speaks Chinese whatever the browser speaks. It has to be said before Sveltia is loaded: it
// looks at the browser's languages while it is imported.
Object.defineProperty(navigator, 'languages', { get: () => ['zh-CN'] });
Object.defineProperty(navigator, 'language', { get: () => 'zh-CN' });
