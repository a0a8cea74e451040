namespace Turna.Names.Documents;

/// <summary>The lines of a zone while they are read: cleaned, of full width, mended as fields are asked for.</summary>
internal sealed class MrzLines
{
    private readonly char[][] lines;
    private readonly MrzLayout layout;

    /// <summary>Brings lines to the width of the layout; a wrong length is a problem but not the end.</summary>
    public MrzLines(IReadOnlyList<string> text, MrzLayout layout)
    {
        this.layout = layout;
        lines = new char[layout.Lines][];
        for (var i = 0; i < layout.Lines; i++)
        {
            if (text[i].Length != layout.Width) Problems.Add($"line {i + 1} has {text[i].Length} characters instead of {layout.Width}");
            lines[i] = Fit(text[i], layout.Width).ToCharArray();
        }
    }

    /// <summary>Check digits met so far.</summary>
    public List<MrzCheck> Checks { get; } = [];

    /// <summary>Characters read as others.</summary>
    public List<MrzCorrection> Corrections { get; } = [];

    /// <summary>What does not fit.</summary>
    public List<string> Problems { get; } = [];

    /// <summary>Splits a text into lines of A–Z, 0–9 and filler.</summary>
    public static List<string> Split(string text) =>
        [.. text.Replace(" / ", "\n", StringComparison.Ordinal).Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(Clean).Where(l => l.Length > 0)];

    /// <summary>The field with its characters mended by kind.</summary>
    public string Field(MrzPlace place)
    {
        for (var i = place.From; i < place.From + place.Length; i++) MendByKind(place.Line, i, place.Kind);
        return new string(lines[place.Line], place.From, place.Length);
    }

    /// <summary>A field whose check digit stands right behind it.</summary>
    public string Checked(string field, MrzPlace place) => CheckedAt(field, place, place.From + place.Length);

    /// <summary>
    /// A field whose check digit stands at a column of the same line. Characters that have no business in their place are mended, and only
    /// when the digit then holds: one in ten wrong mendings would hold by chance.
    /// </summary>
    public string CheckedAt(string field, MrzPlace place, int checkColumn)
    {
        var content = new string(lines[place.Line], place.From, place.Length);
        var digit = CheckCharacter(place.Line, checkColumn, content);
        if (Holds(content, digit) || digit == '<') return Note(field, content, digit);

        var issuer = Field(layout.Issuer).Trim('<');
        var fitting = MrzShapes.Mended(content, place.Kind, issuer).Where(m => Holds(m, digit)).Distinct(StringComparer.Ordinal).Take(2).ToList();
        if (fitting is not [var mended]) return Note(field, content, digit);
        for (var i = 0; i < mended.Length; i++) Set(place.Line, place.From + i, mended[i]);
        return Note(field, mended, digit);
    }

    /// <summary>The composite check digit, in the last line but the names' line of TD1.</summary>
    public void CheckComposite(int column)
    {
        var content = string.Concat(layout.Composite().Select(p => new string(lines[p.Line], p.From, p.Length)));
        var digit = CheckCharacter(1, column, content);
        Note("composite", content, digit);
    }

    private string Note(string field, string content, char digit)
    {
        var empty = digit == '<' && content.All(c => c == '<');
        Checks.Add(new MrzCheck(field, empty ? '0' : digit, CheckDigit.Of(content)));
        return content;
    }

    private char CheckCharacter(int line, int column, string content)
    {
        if (lines[line][column] != '<') MendByKind(line, column, MrzKind.Digits);
        else if (content.All(c => c == '<')) return '<';
        return lines[line][column];
    }

    private static bool Holds(string content, char digit) => digit == (char)('0' + CheckDigit.Of(content));

    private void MendByKind(int line, int column, MrzKind kind)
    {
        var c = lines[line][column];
        var wrong = kind switch { MrzKind.Digits => char.IsAsciiLetter(c), MrzKind.Letters => char.IsAsciiDigit(c), _ => false };
        if (wrong && MrzShapes.Other(c) is var other && other != '\0') Set(line, column, other);
    }

    private void Set(int line, int column, char value)
    {
        var old = lines[line][column];
        if (old == value) return;
        Corrections.Add(new MrzCorrection(line + 1, column + 1, old, value));
        lines[line][column] = value;
    }

    private static string Fit(string line, int width)
    {
        if (line.Length >= width) return line[..width];
        // Fillers are what gets lost: in the middle of a line before its last character, else at the end.
        return line.PadRight(width, '<');
    }

    private static string Clean(string line)
    {
        Span<char> kept = line.Length <= 200 ? stackalloc char[line.Length * 2] : new char[line.Length * 2];
        var length = 0;
        foreach (var typed in line)
        {
            var c = char.ToUpperInvariant(typed);
            if (c is '«') (kept[length++], kept[length++]) = ('<', '<');
            else if (char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '<') kept[length++] = c;
            else if (c is '‹' or '〈' or '＜') kept[length++] = '<';
            else if ("АВСЕНКМОРТХУ".IndexOf(c, StringComparison.Ordinal) is >= 0 and var at) kept[length++] = "ABCEHKMOPTXY"[at];
        }

        return new string(kept[..length]);
    }
}
