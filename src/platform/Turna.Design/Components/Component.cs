using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Turna.Design.Markup;

namespace Turna.Design.Components;

/// <summary>
/// A component of the GOV.UK or MoJ design system as a plain value. Its markup is compared with the fixtures of govuk-frontend;
/// texts arrive already translated.
/// </summary>
public abstract record Component : IHtmlContent
{
    public string? Id { get; init; }

    public string? Classes { get; init; }

    public Attributes? Attributes { get; init; }

    public abstract IHtmlContent Render();

    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => Render().WriteTo(writer, encoder);
}
