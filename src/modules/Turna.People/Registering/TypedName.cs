using Turna.Names;

namespace Turna.People.Registering;

/// <summary>
/// A name that somebody typed in one line, in its parts: each word is what it says of itself (Асанова, Маратовна, "Марат кызы"), and the rest is the given
/// name. Where one word is not certain the name stays in one piece.
/// </summary>
internal sealed record TypedName(string? Family, string? Given, string? Patronymic)
{
    /// <summary>The parts as they were written; null where they cannot be told apart.</summary>
    public static TypedName? Of(string? typed)
    {
        var whole = PersonName.Read(typed);
        if (!whole.RolesCertain || Parts(typed ?? string.Empty) is not { Given: not null } parts || (parts.Family ?? parts.Patronymic) is null) return null;
        var apart = PersonName.Of(parts.Family, parts.Given, parts.Patronymic);
        return Same(whole.Family, apart.Family) && Same(whole.Given, apart.Given) && Same(whole.Father, apart.Father) ? parts : null;
    }

    private static TypedName? Parts(string typed)
    {
        var words = typed.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        var parts = new TypedName(null, null, null);
        for (var i = 0; i < words.Length; i++)
        {
            if (i + 1 < words.Length && $"{words[i]} {words[i + 1]}" is var two && IsFather(PersonName.Read(two))) i++;
            else two = words[i];
            if (parts.With(two) is not { } more) return null;
            parts = more;
        }

        return parts;
    }

    private TypedName? With(string word) => !word.All(letter => char.IsLetter(letter) || letter is ' ' or '-' or '\'' or '’' or 'ʻ' or 'ʼ') ? null : PersonName.Read(word) switch
    {
        var name when IsFather(name) => Patronymic is null ? this with { Patronymic = word } : null,
        { FamilyEnding: true, Family: not null, Given: null, Father: null } => Family is null ? this with { Family = word } : null,
        { Given.IsInitial: false, Family: null, Father: null } => Given is null ? this with { Given = word } : null,
        _ => null,
    };

    private static bool IsFather(PersonName name) => name is { Father: not null, FatherForm: FatherForm.Particle or FatherForm.Patronymic, Family: null, Given: null };

    private static bool Same(NameWord? one, NameWord? other) => one?.Text == other?.Text;
}
