// Products that nobody but their vendor runs.

/** By id. Nothing that can be hosted by oneself, and nothing that a cloud offers inside its own network. */
export const hostedOnly: ReadonlySet<string> = new Set(
  (
    'stripe paypal braintree adyen worldpay checkout-com mollie klarna razorpay paystack mercado-pago authorize-net chargebee recurly gocardless plaid ' +
    'twilio vonage messagebird plivo sinch infobip telnyx sendgrid mailgun mailchimp postmark resend brevo sendinblue mandrill mailjet klaviyo ' +
    'slack discord whatsapp onesignal openai anthropic openrouter groq perplexity elevenlabs deepgram assemblyai tavily serpapi serper firecrawl ' +
    'auth0 okta clerk datadog new-relic pagerduty github algolia pinecone salesforce hubspot shopify docusign google-maps mapbox'
  ).split(' '),
)
