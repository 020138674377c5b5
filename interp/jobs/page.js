'use strict';
// Sorting and filtering of the tables marked "live", one entry a tbody.  Without this script all of it stands there.
(function () {
    var order = new Intl.Collator(document.documentElement.lang, { numeric: true });
    var live = Array.prototype.slice.call(document.querySelectorAll('table.live'));

    // Full-width and small or capital letters are one.
    function folded(text) {
        return text.normalize('NFKC').toLowerCase();
    }

    function keyOf(entry, column) {
        var cell = entry.rows[0].cells[column];
        if ('n' in cell.dataset) return cell.dataset.n === '' ? null : Number(cell.dataset.n);
        return cell.textContent.trim();
    }

    function compare(a, b) {
        if (a === b) return 0;
        return typeof a === 'number' && typeof b === 'number' ? a - b : order.compare(String(a), String(b));
    }

    // What has no value comes last either way; what is equal keeps the order of the report.
    function sort(table, header, down) {
        var column = header.cellIndex, all = document.createDocumentFragment();
        var keyed = table.entries.map(function (entry, i) { return { entry: entry, key: keyOf(entry, column), i: i }; });
        keyed.sort(function (a, b) {
            var empty = (a.key === null || a.key === '') - (b.key === null || b.key === '');
            return empty || (down ? compare(b.key, a.key) : compare(a.key, b.key)) || a.i - b.i;
        });
        keyed.forEach(function (item) { all.appendChild(item.entry); });
        table.appendChild(all);
        Array.prototype.forEach.call(header.parentNode.cells, function (cell) { cell.removeAttribute('aria-sort'); });
        header.setAttribute('aria-sort', down ? 'descending' : 'ascending');
    }

    live.forEach(function (table) {
        table.entries = Array.prototype.slice.call(table.tBodies);
        Array.prototype.forEach.call(table.tHead.rows[0].cells, function (header) {
            var button = document.createElement('button'), paper = document.createElement('span');
            button.type = 'button';
            button.textContent = paper.textContent = header.textContent;
            paper.className = 'paper'; // buttons are not repeated on the next sheet
            header.textContent = '';
            header.appendChild(button);
            header.appendChild(paper);
            button.addEventListener('click', function () {
                var now = header.getAttribute('aria-sort'); // numbers: the greatest first
                sort(table, header, now ? now === 'ascending' : header.cellIndex > 0 && header.classList.contains('n'));
            });
        });
    });

    // Every field of the form that has a value has to fit: the text anywhere in the entry, a choice as data-….
    function filter(form, table) {
        var fields = Array.prototype.filter.call(form.elements, function (field) { return field.name && field.value !== ''; });
        var shown = 0;
        table.entries.forEach(function (entry) {
            var fits = fields.every(function (field) {
                if (field.name !== 'q') return entry.dataset[field.name] === field.value;
                if (!entry.words) entry.words = folded(entry.textContent);
                return folded(field.value).split(/\s+/).every(function (word) { return entry.words.indexOf(word) >= 0; });
            });
            entry.hidden = !fits;
            shown += fits;
        });
        var output = form.querySelector('output');
        output.textContent = fields.length ? output.dataset.text.replace('{0}', shown).replace('{1}', table.entries.length) : '';
    }

    function each(form, table) {
        function now() { filter(form, table); }
        form.hidden = false;
        form.addEventListener('submit', function (event) { event.preventDefault(); });
        form.addEventListener('input', now);
        form.addEventListener('change', now);
        form.addEventListener('reset', function () { setTimeout(now, 0); });
        var open = form.querySelector('button.open');
        if (open) open.addEventListener('click', function () {
            var opened = open.getAttribute('aria-pressed') !== 'true';
            open.setAttribute('aria-pressed', String(opened));
            table.querySelectorAll('details').forEach(function (details) { details.open = opened; });
        });
        var paper = form.querySelector('input.paper');
        if (paper) paper.addEventListener('change', function () { table.classList.toggle('brief', !paper.checked); });
        if (paper) table.classList.toggle('brief', !paper.checked);
        now(); // a browser may have kept what was typed before the page was loaded again
    }
    document.querySelectorAll('form.filter').forEach(function (form) {
        var table = document.getElementById(form.dataset.table);
        if (table) each(form, table);
    });

    // The number of findings of a form leads to them.
    var findings = document.querySelector('form.filter[data-table=findings-table]');
    if (findings) document.querySelectorAll('td[data-form]').forEach(function (cell) {
        var button = document.createElement('button');
        button.type = 'button';
        button.className = 'go';
        button.textContent = cell.textContent;
        cell.textContent = '';
        cell.appendChild(button);
        button.addEventListener('click', function () {
            findings.reset();
            findings.elements.q.value = cell.dataset.form;
            setTimeout(function () {
                filter(findings, document.getElementById('findings-table'));
                document.getElementById('findings').scrollIntoView();
                findings.elements.q.focus({ preventScroll: true });
            }, 0);
        });
    });

    // Paper cannot be opened: the explanations of what is shown are printed, unless they are not wanted.
    var opened = [];
    window.addEventListener('beforeprint', function () {
        opened = Array.prototype.filter.call(document.querySelectorAll('details:not([open])'), function (details) {
            return !details.closest('table.brief') && !details.closest('tbody[hidden]');
        });
        opened.forEach(function (details) { details.open = true; });
    });
    window.addEventListener('afterprint', function () {
        opened.forEach(function (details) { details.open = false; });
        opened = [];
    });
})();
