using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Turna.Kernel;

namespace Turna.Design;

public static class Refusal
{
    /// <summary>Shows the page again with status 400: what was typed is kept, errors stand beside their fields and in the summary.</summary>
    public static PageResult Again(this PageModel page)
    {
        page.Response.StatusCode = StatusCodes.Status400BadRequest;
        return page.Page();
    }

    /// <summary>Answers a refused act: 404 for what is missing or may not be known, else the page again with the reasons.</summary>
    /// <param name="page">The page whose form was sent.</param>
    /// <param name="error">Why the act was refused; field names are those of the input record.</param>
    /// <param name="texts">The words of the request's language.</param>
    /// <param name="input">Name of the page's property that is bound to the input record.</param>
    public static IActionResult Refuse(this PageModel page, Error error, Texts texts, string input = "Input")
    {
        if (error is Error.Missing) return new NotFoundResult();
        page.ModelState.Add(error, texts, input);
        return page.Again();
    }

    /// <summary>
    /// Shows a form again whose record somebody else has changed meanwhile: what she has not touched as it stands now, what both have changed as
    /// she wrote it, with a word beside each such field. Show <c>_ChangedMeanwhile</c> above it.
    /// </summary>
    /// <param name="before">What the form carried along of what it showed at first.</param>
    /// <param name="mine">The form, bound under <paramref name="input"/>.</param>
    /// <param name="now">The form as the record would fill it in now.</param>
    public static IActionResult RefuseChanged(this PageModel page, string? before, object mine, object now, Texts texts, string input = "Input")
    {
        page.ModelState.Clear();
        page.ModelState.Add(Error.Changed, texts, input);
        foreach (var (field, theirs) in FormMerge.Take(before, mine, now))
        {
            page.ModelState.AddModelError(
                $"{input}.{field}",
                string.IsNullOrWhiteSpace(theirs) ? texts["Somebody else has changed this too."] : texts["Somebody else has changed this too. It stands now: {0}", theirs]);
        }

        return page.Again();
    }

    /// <summary>Puts the reasons where the error summary and the fields find them.</summary>
    public static void Add(this ModelStateDictionary state, Error error, Texts texts, string input = "Input")
    {
        if (error is not Error.Invalid invalid)
        {
            state.AddModelError(string.Empty, texts.Why(error));
            return;
        }

        foreach (var field in invalid.Fields) state.AddModelError(Key(input, field.Field), texts.Why(field));
    }

    /// <summary>Says beside the fields that could not be read what else is wrong, so that nobody mends a form in two rounds; of an unreadable field nothing more.</summary>
    /// <inheritdoc cref="Add"/>
    public static void AddBeside(this ModelStateDictionary state, Error error, Texts texts, string input = "Input")
    {
        if (error is Error.Invalid invalid)
            error = new Error.Invalid([.. invalid.Fields.Where(f => f.Field.Length == 0 || state.GetFieldValidationState(Key(input, f.Field)) != ModelValidationState.Invalid)]);
        state.Add(error, texts, input);
    }

    private static string Key(string input, string field) => input.Length == 0 || field.Length == 0 ? field : $"{input}.{field}";
}
